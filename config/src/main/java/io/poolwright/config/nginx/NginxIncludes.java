package io.poolwright.config.nginx;

import io.poolwright.config.ConfigSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts what {@code include} names in the place of the directive, as nginx does. Each directive keeps the line of the
 * file it was written in. An include that cannot be read stays where it is and is listed with the reason.
 */
public final class NginxIncludes {
    /** Deeper chains of includes are refused; a loop is found before. */
    static final int MAX_DEPTH = 16;
    /** More included files than this are refused, for a few files can include each other very often. */
    static final int MAX_FILES = 2000;
    /** More directives than this after all includes are refused. */
    static final int MAX_DIRECTIVES = 1_000_000;

    private final Source source;
    private final List<Unread> unread = new ArrayList<>();
    private final Set<String> read = new TreeSet<>();
    private int files;
    private int directives;
    private boolean templated;

    private NginxIncludes(Source source) {
        this.source = source;
    }

    /** Where included files come from. */
    @FunctionalInterface
    public interface Source {
        /**
         * The files that an include names, in the order of their names; none when nothing matches.
         *
         * @param pattern as written, perhaps with {@code *}
         * @param include the directive, whose origin tells the file that it stands in
         */
        List<Included> find(String pattern, NginxDirective include);
    }

    /** An included file: its name for people and its text. */
    public record Included(String file, String text) {}

    /** An include that was not read. */
    public record Unread(NginxDirective include, String reason) {}

    /**
     * A file with its includes.
     *
     * @param file the tree, with included directives in place
     * @param unread includes that were not read: nothing matched, a loop, a file with an error
     * @param files the names of all files that were put in
     */
    public record Expanded(NginxFile file, List<Unread> unread, Set<String> files) {
        public Expanded {
            unread = List.copyOf(unread);
            files = Set.copyOf(files);
        }
    }

    /** The file with all includes in place. */
    public static Expanded expand(NginxFile file, Source source) {
        NginxIncludes includes = new NginxIncludes(source);
        List<NginxDirective> expanded = includes.expand(file.directives(), List.of(file.file()));
        NginxFile whole = new NginxFile(file.file(), expanded, file.templated() || includes.templated);
        return new Expanded(whole, includes.unread, includes.read);
    }

    private List<NginxDirective> expand(List<NginxDirective> written, List<String> chain) {
        List<NginxDirective> expanded = new ArrayList<>();
        for (NginxDirective directive : written) {
            directives++;
            if (directive.name().equals("include") && !directive.arguments().isEmpty() && !directive.block()) {
                include(directive, chain, expanded);
            } else if (directive.children().isEmpty()) {
                expanded.add(directive);
            } else {
                expanded.add(directive.around(expand(directive.children(), chain)));
            }
        }
        return expanded;
    }

    private void include(NginxDirective include, List<String> chain, List<NginxDirective> expanded) {
        String pattern = include.arguments().get(0);
        List<Included> found = isTemplate(pattern) ? List.of() : source.find(pattern, include);
        if (found.isEmpty()) {
            expanded.add(include);
            unread.add(new Unread(include, "no file for '" + pattern + "'"));
        }
        for (Included each : found) {
            if (chain.contains(each.file())) {
                unread.add(new Unread(include, each.file() + " includes itself"));
            } else if (chain.size() > MAX_DEPTH || files >= MAX_FILES || directives > MAX_DIRECTIVES) {
                unread.add(new Unread(include, each.file() + " is one include too many"));
            } else {
                read(each, include, chain, expanded);
            }
        }
    }

    private void read(Included each, NginxDirective include, List<String> chain, List<NginxDirective> expanded) {
        files++;
        try {
            NginxFile file = NginxFile.parse(each.file(), each.text());
            templated |= file.templated();
            read.add(each.file());
            List<String> longer = new ArrayList<>(chain);
            longer.add(each.file());
            expanded.addAll(expand(file.directives(), longer));
        } catch (ConfigSyntaxException e) {
            unread.add(new Unread(include, String.valueOf(e.getMessage())));
        }
    }

    private static boolean isTemplate(String pattern) {
        return pattern.contains("{{") || pattern.contains("<%");
    }
}
