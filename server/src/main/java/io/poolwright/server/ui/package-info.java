/** The web interface: pages drawn on the server, kept up to date by server-sent events. */
@NullMarked
package io.poolwright.server.ui;

import org.jspecify.annotations.NullMarked;
