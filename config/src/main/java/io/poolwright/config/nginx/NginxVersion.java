package io.poolwright.config.nginx;

import io.poolwright.config.assemble.Image;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.config.source.SourceFile;
import io.poolwright.model.stack.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which nginx runs a file: by the image of its unit, or by a Dockerfile near it.
 *
 * @param image the image is one of nginx's own, whose main file takes in {@code conf.d}
 * @param version as far as the tag tells it
 */
record NginxVersion(boolean image, Optional<Version> version) {
    private static final Pattern FROM = Pattern.compile("(?im)^FROM\\s+(?:--\\S+\\s+)?(\\S*(?:nginx|openresty)\\S*)");

    static NginxVersion of(SourceFile main, Optional<Workload> unit, Sources sources) {
        Optional<Image> image = unit.flatMap(Workload::image)
                .map(Image::of)
                .filter(NginxVersion::isNginx)
                .or(() -> near(main, sources));
        return new NginxVersion(image.isPresent(), image.flatMap(NginxVersion::certain));
    }

    private static boolean isNginx(Image image) {
        return image.last().startsWith("nginx") || image.last().equals("openresty");
    }

    /** A tag of two numbers floats within a line of releases; 1.29 has releases on both sides of the change of defaults. */
    private static Optional<Version> certain(Image image) {
        return image.version()
                .filter(version -> image.isExact()
                        || (image.tag().matches("\\d+\\.\\d+.*") && !(version.major() == 1 && version.minor() == 29)));
    }

    private static Optional<Image> near(SourceFile main, Sources sources) {
        String folder = main.folder();
        while (true) {
            String inside = folder;
            Optional<Image> image =
                    sources.tree().matching(inside.isEmpty() ? "Dockerfile*" : inside + "/Dockerfile*").stream()
                            .flatMap(file -> sources.peek(file).stream())
                            .filter(text -> inside.equals(main.folder()) || text.contains(main.name()))
                            .flatMap(text -> last(text).stream())
                            .findFirst();
            if (image.isPresent() || folder.isEmpty()) {
                return image;
            }
            folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
        }
    }

    private static Optional<Image> last(String dockerfile) {
        Matcher from = FROM.matcher(dockerfile);
        Optional<Image> last = Optional.empty();
        while (from.find()) {
            last = Optional.of(Image.of(from.group(1)));
        }
        return last;
    }

    /** Whether it certainly is, or certainly is not, 1.29.7 or later; empty when nothing says. */
    Optional<Boolean> reusesByDefault() {
        return version.map(one -> one.atLeast(1, 29, 7));
    }
}
