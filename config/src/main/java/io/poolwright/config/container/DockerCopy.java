package io.poolwright.config.container;

import io.poolwright.model.Origin;

/**
 * A file or folder that a build takes into the image.
 *
 * @param source relative to the build context; may hold {@code *}
 * @param target path in the image
 */
public record DockerCopy(String source, String target, Origin origin) {}
