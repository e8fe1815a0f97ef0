package io.poolwright.config.wordpress;

import io.poolwright.config.wordpress.PhpStatement.Place;
import io.poolwright.config.wordpress.PhpToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/** Follows the blocks of a PHP file token by token and says whether the place reached runs always, perhaps or when called. */
final class PhpPlaces {
    private static final Set<String> CONDITIONS =
            Set.of("if", "elseif", "else", "while", "for", "foreach", "switch", "catch", "match");
    private static final Set<String> BODIES = Set.of("function", "class", "interface", "trait", "enum");
    private static final Set<String> ENDS = Set.of("endif", "endwhile", "endfor", "endforeach", "endswitch");

    private final Deque<Place> blocks = new ArrayDeque<>();
    private int functionBlocks;
    private int conditionalBlocks;
    private int colonBlocks;
    private int brackets;
    /** A condition was read whose statement or block has not ended or begun yet. */
    private boolean condition;
    /** The brackets of a condition have just closed, so a colon would begin a block. */
    private boolean headClosed;
    /** A function or class was named whose body has not begun yet. */
    private boolean body;

    private boolean member;
    private boolean elseRead;

    void pass(PhpToken token) {
        boolean closedBefore = headClosed;
        headClosed = false;
        if (token.kind() == Kind.NAME) {
            name(token.text().toLowerCase(Locale.ROOT));
        } else if (token.kind() == Kind.SIGN) {
            sign(token.text(), closedBefore);
        }
        member = token.isSign("->") || token.isSign("::");
    }

    Place place() {
        if (functionBlocks > 0) {
            return Place.FUNCTION;
        }
        return condition || colonBlocks > 0 || conditionalBlocks > 0 ? Place.CONDITIONAL : Place.ALWAYS;
    }

    private void name(String name) {
        if (member) {
            return;
        }
        if (CONDITIONS.contains(name)) {
            condition = true;
            elseRead = name.startsWith("else");
            headClosed = name.equals("else");
        } else if (ENDS.contains(name)) {
            colonBlocks = Math.max(0, colonBlocks - 1);
        } else if (BODIES.contains(name)) {
            body = true;
        }
    }

    private void sign(String sign, boolean closedBefore) {
        switch (sign) {
            case "(", "[" -> brackets++;
            case ")", "]" -> {
                brackets = Math.max(0, brackets - 1);
                headClosed = condition && brackets == 0;
            }
            case "{" -> {
                Place inside = body ? Place.FUNCTION : condition ? Place.CONDITIONAL : Place.ALWAYS;
                blocks.push(inside);
                count(inside, 1);
                body = false;
                condition = false;
            }
            case "}" -> {
                if (!blocks.isEmpty()) {
                    count(blocks.pop(), -1);
                }
            }
            case ":" -> {
                if (closedBefore) {
                    colonBlocks += elseRead ? 0 : 1;
                    condition = false;
                }
            }
            case ";" -> {
                if (brackets == 0) {
                    condition = false;
                    body = false;
                }
            }
            default -> {}
        }
    }

    private void count(Place inside, int step) {
        functionBlocks += inside == Place.FUNCTION ? step : 0;
        conditionalBlocks += inside == Place.CONDITIONAL ? step : 0;
    }
}
