package io.poolwright.config.nginx;

import io.poolwright.config.assemble.Assembler;
import io.poolwright.config.assemble.Assembly;
import io.poolwright.config.assemble.Running;
import io.poolwright.config.assemble.Sources;
import io.poolwright.config.assemble.Workload;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes parts of nginx files: the process, its servers, upstreams, and locations that pass requests on. */
public final class NginxAssembler implements Assembler {
    @Override
    public void assemble(Sources sources, String environment, Assembly into) {
        for (NginxRoots.Root root : NginxRoots.of(sources, into)) {
            List<Optional<Workload>> units = Running.of(root.main().relative(), into);
            for (Optional<Workload> unit : units) {
                String start = Running.id(root.main().relative(), unit, units);
                new OneNginx(root, start, unit, NginxVersion.of(root.main(), unit, sources), into).add();
            }
        }
    }

    /** One nginx while its parts are added. */
    private static final class OneNginx {
        private final NginxRoots.Root root;
        private final Optional<Workload> unit;
        private final NginxVersion version;
        private final Assembly into;
        private final String start;
        private final String id;
        private final NginxScope whole;
        private final List<NginxScope> routes;
        private final NginxUpstreams upstreams;

        OneNginx(NginxRoots.Root root, String start, Optional<Workload> unit, NginxVersion version, Assembly into) {
            this.root = root;
            this.unit = unit;
            this.version = version;
            this.into = into;
            this.start = start;
            this.id = start + "/proxy/nginx";
            this.whole = NginxScope.whole(root.directives(), root.main().path());
            this.routes = NginxRoutes.passing(whole);
            this.upstreams = new NginxUpstreams(id, version, routes);
        }

        void add() {
            if (into.contains(id)) {
                return;
            }
            Origin origin = root.directives().isEmpty()
                    ? new Origin(root.main().path(), 1)
                    : root.directives().get(0).origin();
            Part.Builder proxy = Part.of(Kind.PROXY, "nginx", id, root.main().relative(), origin)
                    .version(version.version())
                    .service(unit.map(one -> one.service().id()));
            new NginxProcess(root, whole, version).settings(proxy);
            into.add(proxy.build());
            upstreams.addAll(whole, into);
            servers();
        }

        private void servers() {
            int number = 0;
            for (NginxScope server : whole.inside("server")) {
                if (server.block().block() && !server.isInside("upstream") && !server.isInside("stream")) {
                    String frontend = "%s/frontend/%d".formatted(start, ++number);
                    into.add(frontend(server, frontend));
                    routes(server, frontend);
                }
            }
            int loose = 0;
            for (NginxScope route : routes) {
                if (!route.isInside("server")) {
                    into.add(NginxRoutes.part(
                            route, id, "%s/route/loose-%d".formatted(start, ++loose), upstreams, version));
                }
            }
        }

        private Part frontend(NginxScope server, String frontend) {
            String name = server.block()
                    .named("server_name")
                    .flatMap(directive -> directive.arguments().stream())
                    .findFirst()
                    .orElse("server");
            Part.Builder part = Part.of(
                            Kind.FRONTEND,
                            "nginx",
                            frontend,
                            name,
                            server.block().origin())
                    .parent(id);
            listens(server, part);
            Setting<Duration> keepAlive = NginxValues.time(server, "keepalive_timeout", Duration.ofSeconds(75));
            if (keepAlive.isKnown() && keepAlive.get().isZero()) {
                part.with(keepAlive);
            } else {
                part.with(Role.SERVER_KEEP_ALIVE, keepAlive);
            }
            return part.build();
        }

        private static void listens(NginxScope server, Part.Builder part) {
            List<NginxDirective> listens = server.block().named("listen").toList();
            if (listens.isEmpty()) {
                part.listens(new Address("*", Optional.of(80), Optional.empty()));
            }
            for (NginxDirective listen : listens) {
                String written = listen.argument(0).orElse("");
                String port = written.replaceFirst("^(?:\\[[^\\]]*\\]|[^:\\[\\]]*):", "");
                Optional<Integer> number =
                        port.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(port)) : Optional.empty();
                if (written.startsWith("unix:")) {
                    part.listens(new Address(written.substring(5), Optional.empty(), Optional.of(listen.origin())));
                } else if (number.isPresent()) {
                    part.listens(new Address("*", number, Optional.of(listen.origin())));
                } else if (!written.contains("$") && !written.contains("{")) {
                    part.listens(new Address("*", Optional.of(80), Optional.of(listen.origin())));
                }
            }
        }

        private void routes(NginxScope server, String frontend) {
            int number = 0;
            for (NginxScope route : NginxRoutes.passing(server)) {
                String routeId = "%s/route/%d".formatted(frontend, ++number);
                into.add(NginxRoutes.part(route, frontend, routeId, upstreams, version));
            }
        }
    }
}
