package io.poolwright.audit.capacity;

import io.poolwright.audit.Evidence;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All connections that may be opened to one database: a worst-case sum over pools, copies and poolers.
 *
 * @param claims the terms, the largest pool first
 * @param unseen clients that show no pool: what they may open is not known
 */
public record Demand(List<Claim> claims, List<String> unseen) {

    /** The demand on a database server. */
    public static Demand on(Part database, Stack stack) {
        List<Claim> claims = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        for (Part caller : callers(database, stack)) {
            if (caller.kind() == Kind.POOL || caller.kind() == Kind.POOLER_DATABASE) {
                claims.add(Claim.of(caller, stack));
            } else if (caller.kind() != Kind.DRIVER) {
                unseen.add("the connections that %s opens to '%s'".formatted(caller, database.name()));
            }
        }
        for (DatabaseUrls.Client client : DatabaseUrls.clients(database, stack)) {
            Optional<Claim> declared = Claim.of(client, stack);
            declared.ifPresent(claims::add);
            if (declared.isEmpty()) {
                unseen.add("the connections that '%s' opens to '%s' (stack.%s.pool in poolwright.yaml)"
                        .formatted(
                                client.service().name(),
                                database.name(),
                                client.service().name()));
            }
        }
        claims.sort(Comparator.comparing(
                (Claim claim) -> claim.size().isKnown() ? claim.size().get() : -1L, Comparator.reverseOrder()));
        return new Demand(List.copyOf(claims), unseen.stream().distinct().toList());
    }

    /** Those that call the database; of two projects with services of the same names, each calls its own. */
    private static List<Part> callers(Part database, Stack stack) {
        Optional<String> project = project(database, stack);
        return stack.callers(database).stream()
                .filter(caller -> project(caller, stack).equals(project)
                        || project(caller, stack).isEmpty()
                        || project.isEmpty()
                        || stack.callees(caller).stream()
                                .noneMatch(other -> project(other, stack).equals(project(caller, stack))))
                .toList();
    }

    private static Optional<String> project(Part part, Stack stack) {
        return stack.service(part).map(Part::id).map(id -> id.replaceFirst("/service/.*$", ""));
    }

    /** Whether anybody calls the database at all. */
    public boolean isEmpty() {
        return claims.isEmpty() && unseen.isEmpty();
    }

    /** Whether anybody wrote down a size or a number of copies: defaults alone are nobody's decision. */
    public boolean isWritten() {
        return claims.stream()
                .anyMatch(claim -> claim.size().isDeclared()
                        || claim.copies().now().isDeclared()
                        || claim.copies().most().isDeclared());
    }

    /** The sum at a moment. Every term that is known becomes an input of the evidence. */
    public Sum at(Moment moment, Evidence evidence) {
        long known = 0;
        List<String> terms = new ArrayList<>();
        Optional<String> missing = unseen.stream().findFirst();
        for (Claim claim : claims) {
            Sum one = claim.at(moment, evidence);
            known = Sum.plus(known, one.known());
            terms.add(one.terms());
            if (missing.isEmpty()) {
                missing = one.missing();
            }
        }
        return new Sum(known, missing, terms.stream().collect(Collectors.joining(" + ")));
    }

    /** Whether every caller logs in as this user; empty when some do not say. */
    private Optional<Boolean> allAre(String user) {
        boolean known = claims.stream().allMatch(claim -> claim.user().isPresent()) && unseen.isEmpty();
        boolean other = claims.stream()
                .anyMatch(
                        claim -> claim.user().filter(name -> !name.equals(user)).isPresent());
        return other ? Optional.of(false) : known ? Optional.of(true) : Optional.empty();
    }

    /** Whether every caller logs in as the server's superuser; empty when that is not known. */
    public Optional<Boolean> byTheSuperuserOf(Part database) {
        Setting<String> superuser = database.text("superuser");
        return superuser.isKnown() ? allAre(superuser.get()) : Optional.empty();
    }
}
