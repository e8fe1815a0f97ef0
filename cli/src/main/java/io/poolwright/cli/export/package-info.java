/** What is watched for, written for tools that other people already have: Prometheus rules, a Grafana dashboard. */
@NullMarked
package io.poolwright.cli.export;

import org.jspecify.annotations.NullMarked;
