/** The pages and answers that belong to no other part: sign-in, health, own metrics. */
@NullMarked
package io.poolwright.server.web;

import org.jspecify.annotations.NullMarked;
