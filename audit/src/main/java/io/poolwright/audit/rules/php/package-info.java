/** Rules about PHP, PHP-FPM and WordPress. */
@NullMarked
package io.poolwright.audit.rules.php;

import org.jspecify.annotations.NullMarked;
