/** Rules about nginx and Apache httpd. */
@NullMarked
package io.poolwright.audit.rules.web;

import org.jspecify.annotations.NullMarked;
