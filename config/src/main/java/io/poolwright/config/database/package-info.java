/** What the readers of databases and poolers share: images, includes within the tree, values as settings. */
@NullMarked
package io.poolwright.config.database;

import org.jspecify.annotations.NullMarked;
