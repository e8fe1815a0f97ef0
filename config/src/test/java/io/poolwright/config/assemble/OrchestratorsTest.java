package io.poolwright.config.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.poolwright.config.compose.ComposeAssembler;
import io.poolwright.config.kubernetes.KubernetesAssembler;
import io.poolwright.config.source.Tree;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Address;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Link;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OrchestratorsTest {
    private final Map<String, String> files = new LinkedHashMap<>();

    private Assembly assembled(String environment) {
        Sources sources = new Sources(Tree.of(files));
        Assembly assembly = new Assembly();
        new ComposeAssembler().assemble(sources, environment, assembly);
        new KubernetesAssembler().assemble(sources, environment, assembly);
        return assembly;
    }

    private Set<String> environments() {
        Sources sources = new Sources(Tree.of(files));
        Set<String> names = new TreeSet<>(new ComposeAssembler().environments(sources));
        names.addAll(new KubernetesAssembler().environments(sources));
        return names;
    }

    private static Workload unit(Assembly assembly, String name) {
        return assembly.workloads().stream()
                .filter(unit -> unit.service().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<Workload> units) {
        return units.stream().map(unit -> unit.service().name()).toList();
    }

    @Test
    void aComposeServiceSaysWhatItRunsHowOften() {
        files.put("docker-compose.yml", """
                services:
                  app:
                    build: ./backend
                    deploy: {replicas: 3, resources: {limits: {cpus: "1.5", memory: 512M}}}
                    ulimits: {nofile: {soft: 4096, hard: 8192}}
                    stop_grace_period: 40s
                  db:
                    image: postgres:16
                    command: -c max_connections=50
                """);
        files.put(
                "backend/Dockerfile", "FROM eclipse-temurin:21-jre\nENV POOL=5\nEXPOSE 8080\nCMD java -jar /app.jar\n");

        Workload app = unit(assembled(""), "app");

        assertThat(app.service().id()).isEqualTo("docker-compose.yml/service/app");
        assertThat(app.service().role(Role.REPLICAS).get()).isEqualTo(3);
        assertThat(app.service().role(Role.CPU_LIMIT).get()).isEqualTo(1.5);
        assertThat(app.service().role(Role.MEMORY_LIMIT).get()).hasToString("512 MiB");
        assertThat(app.service().role(Role.OPEN_FILES).get()).isEqualTo(4096);
        assertThat(app.service().role(Role.GRACE_PERIOD).get()).isEqualTo(Duration.ofSeconds(40));
        assertThat(app.image()).contains("eclipse-temurin:21-jre");
        assertThat(app.variable("POOL").orElseThrow().origin()).hasToString("backend/Dockerfile:2");
        assertThat(app.ports()).containsExactly(8080);
        assertThat(app.arguments())
                .extracting(word -> word.text().orElse("?"))
                .containsExactly("java", "-jar", "/app.jar");
        assertThat(app.folders()).contains("backend");
        assertThat(unit(assembled(""), "db").service().role(Role.GRACE_PERIOD).isDeclared())
                .isFalse();
    }

    @Test
    void filesBelongToWhoMountsCopiesOrNeedsThem() {
        files.put("deploy/docker-compose.yml", """
                services:
                  lb:
                    image: haproxy:2.8
                    volumes: ["./haproxy/haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro"]
                  web:
                    build: ../web
                  pooler:
                    image: bitnami/pgbouncer
                  app:
                    build: {context: .., dockerfile: backend/Dockerfile}
                  front:
                    build: {context: .., dockerfile: front/Dockerfile}
                """);
        files.put("deploy/haproxy/haproxy.cfg", "defaults\n");
        files.put("web/Dockerfile", "FROM nginx:1.25\nCOPY nginx.conf /etc/nginx/nginx.conf\n");
        files.put("web/nginx.conf", "events {}\n");
        files.put("pgbouncer.ini", "[pgbouncer]\n");
        files.put("backend/Dockerfile", "FROM openjdk:17\nCOPY backend/ /app/\n");
        files.put("backend/src/main/resources/application.yml", "a: 1\n");
        files.put("front/Dockerfile", "FROM node:20\nCOPY front/ /app/\n");

        Assembly assembly = assembled("");

        assertThat(names(assembly.running("deploy/haproxy/haproxy.cfg"))).containsExactly("lb");
        assertThat(names(assembly.running("web/nginx.conf"))).containsExactly("web");
        assertThat(names(assembly.running("pgbouncer.ini"))).containsExactly("pooler");
        assertThat(names(assembly.running("backend/src/main/resources/application.yml")))
                .containsExactly("app");
        assertThat(names(assembly.running("front/package.json"))).containsExactly("front");
    }

    @Test
    void aProgramWhoseImageIsBuiltElsewhereIsFoundByItsNameOrWhenItIsTheOnlyOne() {
        files.put("docker-compose.yml", """
                services:
                  orders-service: {image: acme/shop-orders-service}
                  stock: {image: acme/stock}
                  db: {image: "mysql:8"}
                """);
        files.put("shop-orders-service/src/main/resources/application.yml", "a: 1\n");
        files.put("shop-stock/src/main/resources/application.yml", "a: 1\n");

        Assembly assembly = assembled("");

        assertThat(names(assembly.running("shop-orders-service/src/main/resources/application.yml")))
                .containsExactly("orders-service");
        assertThat(names(assembly.running("shop-stock/src/main/resources/application.yml")))
                .containsExactly("stock");

        files.clear();
        files.put("src/main/docker/app.yml", "services:\n  app: {image: jhipstershop}\n  db: {image: postgres}\n");
        files.put("src/main/resources/config/application-prod.yml", "a: 1\n");
        assertThat(names(assembled("").running("src/main/resources/config/application-prod.yml")))
                .containsExactly("app");
    }

    @Test
    void variantsAreEnvironmentsAndTestsAreNone() {
        files.put(
                "docker-compose.yml",
                "services:\n  app: {image: a, environment: {POOL: 5}}\n  db: {image: postgres}\n");
        files.put("docker-compose.override.yml", "services:\n  app: {ports: ['80:80']}\n");
        files.put("docker-compose.prod.yml", "services:\n  app: {environment: {POOL: 50}}\n");
        files.put("docker-compose.test.yml", "services:\n  other: {image: t}\n  more: {image: t}\n");

        assertThat(environments()).containsExactly("prod");
        assertThat(unit(assembled("prod"), "app").variable("POOL").orElseThrow().text())
                .contains("50");
        assertThat(unit(assembled("production"), "app")
                        .variable("POOL")
                        .orElseThrow()
                        .text())
                .contains("50");
        assertThat(unit(assembled("staging"), "app")
                        .variable("POOL")
                        .orElseThrow()
                        .text())
                .contains("5");
        assertThat(names(assembled("prod").workloads())).containsExactly("app", "db");
    }

    @Test
    void aWorkloadOfAClusterHasItsLimitsItsNamesAndItsFiles() {
        files.put("k8s/shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec:
                  replicas: 4
                  template:
                    metadata: {labels: {app: shop}}
                    spec:
                      volumes: [{name: c, configMap: {name: shop-config}}]
                      containers:
                        - name: shop
                          image: acme/shop:1
                          resources: {limits: {cpu: 500m}}
                          ports: [{containerPort: 8080}]
                          volumeMounts: [{name: c, mountPath: /config}]
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: shop-svc}
                spec: {selector: {app: shop}, ports: [{port: 80, targetPort: 8080}]}
                ---
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: shop}
                spec: {scaleTargetRef: {kind: Deployment, name: shop}, minReplicas: 2, maxReplicas: 10}
                """);
        files.put("k8s/config.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: shop-config}
                data:
                  application.yml: |
                    a: 1
                """);

        Assembly assembly = assembled("");
        Workload shop = unit(assembly, "shop");

        assertThat(shop.service().role(Role.REPLICAS).get()).isEqualTo(4);
        assertThat(shop.service().role(Role.MAX_REPLICAS).get()).isEqualTo(10);
        assertThat(shop.service().role(Role.SURGE).get()).isEqualTo(3); // a quarter of ten, rounded up
        assertThat(shop.service().role(Role.CPU_LIMIT).get()).isEqualTo(0.5);
        assertThat(shop.names()).contains("shop-svc");
        assertThat(shop.mounts())
                .containsEntry("/config/application.yml", "k8s/config.yaml/shop-config/application.yml");
        assertThat(assembly.embedded().get(0).linesBefore()).isEqualTo(5);
        assertThat(assembly.embedded().get(0).path()).isEqualTo("k8s/config.yaml");
        assertThat(names(assembly.running("k8s/config.yaml/shop-config/application.yml")))
                .containsExactly("shop");
    }

    @Test
    void aPatchIsLaidOverTheBaseOfItsEnvironmentOnly() {
        files.put("k8s/base/deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec: {replicas: 1, template: {spec: {containers: [{name: shop, image: shop, env: [{name: A, value: "1"}]}]}}}
                """);
        files.put("k8s/overlays/prod/patch.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec: {replicas: 6, template: {spec: {containers: [{name: shop, env: [{name: B, value: "2"}]}]}}}
                """);

        assertThat(environments()).containsExactly("prod");
        Workload shop = unit(assembled("prod"), "shop");
        assertThat(shop.service().role(Role.REPLICAS).get()).isEqualTo(6);
        assertThat(shop.environment()).containsKeys("A", "B");
        assertThat(unit(assembled(""), "shop").service().role(Role.REPLICAS).get())
                .isEqualTo(1);
    }

    private static Part part(Kind kind, String id, Optional<String> service, Address listens) {
        return Part.of(kind, "x", id, id, new Origin("x", 1))
                .service(service)
                .listens(listens)
                .build();
    }

    private static Part caller(String id, Optional<String> service, String host, int port) {
        return Part.of(Kind.POOL, "x", id, id, new Origin("x", 1))
                .service(service)
                .calls(new Address(host, Optional.of(port), Optional.empty()))
                .build();
    }

    @Test
    void callsAreFollowedWithinTheirProject() {
        String services = "services:\n  app: {image: a}\n  db: {image: postgres, ports: ['5433:5432']}\n";
        files.put("one/docker-compose.yml", services);
        files.put("two/docker-compose.yml", services);
        Assembly assembly = assembled("");
        Address any = new Address("*", Optional.of(5432), Optional.empty());
        for (String project : List.of("one", "two")) {
            String of = project + "/docker-compose.yml/service/";
            assembly.add(part(Kind.DATABASE, project + "/db", Optional.of(of + "db"), any));
            assembly.add(caller(project + "/pool", Optional.of(of + "app"), "db", 5432));
            assembly.add(caller(project + "/lonely", Optional.empty(), "db", 5432));
        }
        assembly.add(caller("one/local", Optional.of("one/docker-compose.yml/service/app"), "localhost", 5432));
        assembly.add(caller("machine", Optional.empty(), "localhost", 5432));
        assembly.add(caller("published", Optional.empty(), "localhost", 5433));
        assembly.add(caller("other", Optional.empty(), "db", 5432));

        assertThat(Topology.links(assembly))
                .extracting(Link::from, Link::to)
                .containsExactlyInAnyOrder(
                        tuple("one/pool", "one/db"),
                        tuple("one/lonely", "one/db"),
                        tuple("two/pool", "two/db"),
                        tuple("two/lonely", "two/db"),
                        tuple("published", "one/db"),
                        tuple("published", "two/db"));
    }

    @Test
    void aServicePortLeadsToTheContainersPort() {
        files.put("a.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec: {template: {metadata: {labels: {app: shop}}, spec: {containers: [{name: c, image: i, ports: [{containerPort: 8080}]}]}}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {selector: {app: shop}, ports: [{port: 80, targetPort: 8080}]}
                """);
        Assembly assembly = assembled("");
        assembly.add(part(
                Kind.APP_SERVER,
                "tomcat",
                Optional.of("a.yaml/service/shop"),
                new Address("*", Optional.of(8080), Optional.empty())));
        assembly.add(caller("short", Optional.empty(), "web", 80));
        assembly.add(caller("long", Optional.empty(), "web.prod.svc.cluster.local", 80));
        assembly.add(caller("stranger", Optional.empty(), "web.example.com", 80));

        assertThat(Topology.links(assembly)).extracting(Link::from).containsExactly("short", "long");
    }

    @Test
    void foldersOfOtherEnvironmentsAreNotSeen() {
        for (String name : List.of("prod", "staging", "dev")) {
            files.put(name + "/docker-compose.yml", "services:\n  app: {image: shop}\n");
            files.put(name + "/haproxy.cfg", "defaults\n  mode http\nbackend shop\n  server a app:8080\n");
        }

        List<Stack> stacks = StackReader.read(Tree.of(files)).stacks();

        assertThat(stacks).extracting(Stack::environment).containsExactly("prod", "staging");
        for (Stack stack : stacks) {
            assertThat(stack.parts()).isNotEmpty().allMatch(part -> part.id().startsWith(stack.environment() + "/"));
        }
    }
}
