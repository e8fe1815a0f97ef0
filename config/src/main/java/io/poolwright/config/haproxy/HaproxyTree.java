package io.poolwright.config.haproxy;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A whole HAProxy configuration: the files of one process in the order in which it loads them, with every proxy knowing
 * what it inherits. Source: HAProxy configuration manual 2.6, chapter 4.
 */
public final class HaproxyTree {
    private static final Set<String> PROXIES = Set.of("frontend", "backend", "listen");
    private static final int LONGEST_CHAIN = 100; // defaults made from defaults; nobody goes beyond three

    private final List<HaproxyProxy> proxies = new ArrayList<>();
    private final List<HaproxySection> allDefaults = new ArrayList<>();
    private final List<List<HaproxySection>> chains = new ArrayList<>();
    private final List<HaproxySection> globals = new ArrayList<>();

    private final Optional<String> doubt;

    private HaproxyTree(Optional<String> doubt) {
        this.doubt = doubt;
    }

    /**
     * Links the sections of a complete configuration.
     *
     * @param sections of all files, in the order of loading
     */
    public static HaproxyTree of(List<HaproxySection> sections) {
        return of(sections, Optional.empty());
    }

    /**
     * Links the sections.
     *
     * @param doubt why a proxy without defaults may have some in a file that is not here, if it may
     */
    public static HaproxyTree of(List<HaproxySection> sections, Optional<String> doubt) {
        HaproxyTree tree = new HaproxyTree(doubt);
        for (HaproxySection section : sections) {
            if (section.kind().equals("global")) {
                tree.globals.add(section);
            } else if (section.kind().equals("defaults")) {
                tree.chains.add(tree.withAncestors(section));
                tree.allDefaults.add(section);
            } else if (PROXIES.contains(section.kind())) {
                tree.proxies.add(tree.proxy(section));
            }
        }
        return tree;
    }

    /** The frontend, backend and listen sections, in order. */
    public List<HaproxyProxy> proxies() {
        return List.copyOf(proxies);
    }

    /** The defaults sections, in order. */
    public List<HaproxySection> defaults() {
        return List.copyOf(allDefaults);
    }

    /** All {@code global} sections as one; empty when there is none. */
    public Optional<HaproxyProxy> global() {
        if (globals.isEmpty()) {
            return Optional.empty();
        }
        HaproxySection first = globals.get(0);
        List<HaproxyDirective> lines =
                globals.stream().flatMap(one -> one.directives().stream()).toList();
        boolean open = globals.stream().anyMatch(HaproxySection::open);
        HaproxySection merged = new HaproxySection(
                "global", first.name(), Optional.empty(), first.origin(), first.branches(), lines, open);
        return Optional.of(new HaproxyProxy(merged, List.of(), Optional.empty()));
    }

    /** The backend or listen section of a name. */
    public Optional<HaproxyProxy> backend(String name) {
        return proxies.stream()
                .filter(proxy -> proxy.isBackend() && proxy.name().equals(name))
                .findFirst();
    }

    private HaproxyProxy proxy(HaproxySection section) {
        Optional<List<HaproxySection>> inherited = inheritedBy(section);
        if (inherited.isEmpty()) {
            String lost = "its defaults section '%s' is in none of the files"
                    .formatted(section.from().orElseThrow());
            return new HaproxyProxy(section, List.of(), Optional.of(lost));
        }
        List<HaproxySection> defaults = inherited.get();
        return new HaproxyProxy(section, defaults, defaults.isEmpty() ? doubt : Optional.empty());
    }

    /** Empty when the section asks for defaults that are nowhere above it. */
    private Optional<List<HaproxySection>> inheritedBy(HaproxySection section) {
        if (section.from().isEmpty()) {
            return Optional.of(chains.isEmpty() ? List.of() : chains.get(chains.size() - 1));
        }
        HaproxyWord name = section.from().get();
        for (int i = allDefaults.size() - 1; i >= 0; i--) {
            if (name.known() && allDefaults.get(i).name().equals(name)) {
                return Optional.of(chains.get(i));
            }
        }
        return Optional.empty();
    }

    /** A defaults section inherits only from the one it names; without a name it starts afresh. */
    private List<HaproxySection> withAncestors(HaproxySection section) {
        List<HaproxySection> chain = new ArrayList<>();
        chain.add(section);
        if (section.from().isPresent()) {
            List<HaproxySection> unseen = List.of(unseen(section.origin()));
            chain.addAll(inheritedBy(section)
                    .filter(ancestors -> ancestors.size() < LONGEST_CHAIN)
                    .orElse(unseen));
        }
        return List.copyOf(chain);
    }

    /** Stands for a defaults section in a file we were not given: it may say anything. */
    private static HaproxySection unseen(Origin origin) {
        return new HaproxySection(
                "defaults", new HaproxyWord("", true), Optional.empty(), origin, List.of(), List.of(), true);
    }
}
