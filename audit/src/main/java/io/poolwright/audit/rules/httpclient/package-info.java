/** Rules about outbound HTTP clients. */
@NullMarked
package io.poolwright.audit.rules.httpclient;

import org.jspecify.annotations.NullMarked;
