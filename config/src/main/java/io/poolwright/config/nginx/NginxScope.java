package io.poolwright.config.nginx;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in the tree, seen with the blocks around it: what holds there by inheritance.
 *
 * <p>A directive holds in the block it stands in and in all blocks inside, until one of them says otherwise. A directive
 * that may be repeated, such as {@code proxy_set_header}, is inherited only by a block that has none of its own. Source:
 * nginx documentation, {@code ngx_http_proxy_module}, {@code proxy_set_header}.
 *
 * @param block the block at this place; the whole file at the outermost place
 * @param outer the blocks around it, the nearest first
 */
public record NginxScope(NginxDirective block, List<NginxDirective> outer) {
    public NginxScope {
        outer = List.copyOf(outer);
    }

    /** The outermost place of these trees. */
    public static NginxScope whole(List<NginxDirective> trees, String file) {
        return new NginxScope(new NginxDirective("", List.of(), trees, true, new Origin(file, 1), 1), List.of());
    }

    /** Whether a block of this name is around. */
    public boolean isInside(String name) {
        return outer.stream().anyMatch(around -> around.name().equals(name));
    }

    /** The blocks of a name inside this one, at any depth, in order. */
    public List<NginxScope> inside(String name) {
        List<NginxScope> found = new ArrayList<>();
        collect(name, found);
        return found;
    }

    private void collect(String name, List<NginxScope> found) {
        for (NginxDirective child : block.children()) {
            if (child.block()) {
                NginxScope inner = inner(child);
                if (child.name().equals(name)) {
                    found.add(inner);
                }
                inner.collect(name, found);
            }
        }
    }

    /** The place of a block that stands directly in this one. */
    public NginxScope inner(NginxDirective child) {
        List<NginxDirective> around = new ArrayList<>();
        around.add(block);
        around.addAll(outer);
        return new NginxScope(child, around);
    }

    /** The directive of a name that holds here; the last one where a block repeats it. */
    public Optional<NginxDirective> effective(String name) {
        List<NginxDirective> all = effectiveAll(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The directives of a name that hold here: all of the nearest block that has one. */
    public List<NginxDirective> effectiveAll(String name) {
        List<NginxDirective> own = block.named(name).toList();
        for (int i = 0; own.isEmpty() && i < outer.size(); i++) {
            own = outer.get(i).named(name).toList();
        }
        return own;
    }
}
