package io.poolwright.config.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.container.Written;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final String SHOP = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: shop
            data:
              POOL: "20"
              application.yml: |
                spring:
                  datasource:
                    hikari:
                      maximum-pool-size: 20
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              replicas: 3
              strategy: {rollingUpdate: {maxSurge: 50%}}
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec:
                  terminationGracePeriodSeconds: 45
                  volumes:
                    - name: config
                      configMap: {name: shop, items: [{key: application.yml, path: application-prod.yml}]}
                  containers:
                    - name: shop
                      image: shop:1.4
                      args: ["--pool=$(POOL)"]
                      envFrom: [{configMapRef: {name: shop}}]
                      env:
                        - name: URL
                          value: "jdbc:postgresql://db/$(NAME)?pool=$(POOL)"
                        - name: DB_PASSWORD
                          valueFrom: {secretKeyRef: {name: db, key: password}}
                      ports: [{containerPort: 8080, name: http}]
                      volumeMounts: [{name: config, mountPath: /config}]
                      lifecycle: {preStop: {exec: {command: [sh, -c, "sleep 12 && true"]}}}
            ---
            apiVersion: v1
            kind: List
            items:
              - apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {selector: {app: shop}, ports: [{port: 80, targetPort: http}]}
            """;

    private static Manifest shop() {
        return Manifest.parse("shop.yaml", SHOP);
    }

    private static Workload workload() {
        return Workload.of(shop().objects().get(1)).orElseThrow();
    }

    private static ConfigMap configMap() {
        return ConfigMap.of(shop().objects().get(0)).orElseThrow();
    }

    @Test
    void aListIsTakenApart() {
        assertThat(shop().objects())
                .extracting(KubernetesObject::kind)
                .containsExactly("ConfigMap", "Deployment", "Service");
    }

    @Test
    void aFileInsideAConfigMapKnowsItsLines() {
        EmbeddedFile file = configMap().files().get(0);

        assertThat(file.name()).isEqualTo("application.yml");
        assertThat(file.text()).startsWith("spring:\n");
        assertThat(file.origin()).hasToString("shop.yaml:8");
        assertThat(file.linesBefore()).isEqualTo(7);
        assertThat(file.exact()).isTrue();
    }

    @Test
    void variablesAreFilledInAndSecretsStayUnknown() {
        Map<String, Written> environment =
                PodEnvironment.of(workload().containers().get(0), name -> Optional.of(configMap()));

        assertThat(environment.get("POOL").origin()).hasToString("shop.yaml:6");
        assertThat(environment.get("URL").text()).isEqualTo("jdbc:postgresql://db/$(NAME)?pool=20");
        assertThat(environment.get("DB_PASSWORD").value()).isEmpty();
    }

    @Test
    void whatAPodSaysOfItsEndIsRead() {
        assertThat(workload().terminationGracePeriodSeconds().orElseThrow().text())
                .isEqualTo("45");
        assertThat(workload().containers().get(0).preStop().flatMap(PreStop::sleep))
                .contains(Duration.ofSeconds(12));
        assertThat(workload().maxSurge().orElseThrow().text()).isEqualTo("50%");
    }

    @Test
    void mountsLeadToTheEntriesOfAConfigMap() {
        PodMount mount = workload().containers().get(0).mounts().get(0);

        assertThat(mount.pathOf("application.yml")).contains("/config/application-prod.yml");
        assertThat(mount.pathOf("POOL")).isEmpty();
    }

    @Test
    void aServiceLeadsToThePortBehindAName() {
        ServiceObject service = ServiceObject.of(shop().objects().get(2)).orElseThrow();

        assertThat(service.selects(workload().podLabels())).isTrue();
        assertThat(service.targetPort(80, workload().containers())).contains(8080);
    }

    @Test
    void autoscalersOfBothVersionsAreRead() {
        for (String version : new String[] {"autoscaling/v1", "autoscaling/v2"}) {
            Manifest manifest = Manifest.parse("hpa.yaml", """
                    apiVersion: %s
                    kind: HorizontalPodAutoscaler
                    metadata: {name: shop}
                    spec: {scaleTargetRef: {kind: Deployment, name: shop}, minReplicas: 2, maxReplicas: 9}
                    """.formatted(version));

            Autoscaler autoscaler = Autoscaler.of(manifest.objects().get(0)).orElseThrow();

            assertThat(autoscaler.max().orElseThrow().text()).isEqualTo("9");
        }
    }

    @Test
    void ingressesOfBothFormsAreRead() {
        Manifest manifest = Manifest.parse("ingress.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: a, annotations: {nginx.ingress.kubernetes.io/proxy-read-timeout: "30"}}
                spec: {ingressClassName: nginx, rules: [{host: x, http: {paths: [{backend: {service: {name: web, port: {number: 80}}}}]}}]}
                ---
                apiVersion: extensions/v1beta1
                kind: Ingress
                metadata: {name: b}
                spec: {rules: [{http: {paths: [{backend: {serviceName: web, servicePort: http}}]}}]}
                """);

        IngressObject a = IngressObject.of(manifest.objects().get(0)).orElseThrow();
        IngressObject b = IngressObject.of(manifest.objects().get(1)).orElseThrow();

        assertThat(a.backends().get(0).port()).contains("80");
        assertThat(a.annotations("nginx.ingress.kubernetes.io/")).containsKey("proxy-read-timeout");
        assertThat(b.backends().get(0).service()).isEqualTo("web");
    }

    @Test
    void aTemplateIsNoError() {
        assertThat(Manifest.parse("d.yaml", "kind: Deployment\nspec:\n  replicas: {{ .Values.replicas }}\n")
                        .notRendered())
                .hasValueSatisfying(origin -> assertThat(origin).hasToString("d.yaml:3"));
        assertThat(Manifest.parse("d.yaml", "{{- if .Values.on }}\nkind: Deployment\n{{- end }}\n")
                        .notRendered())
                .isPresent();
        assertThat(Manifest.parse("d.yaml", "{% if x %}\nkind: Deployment\n{% endif %}\n")
                        .notRendered())
                .isPresent();
    }

    @Test
    void bracesInsideOfAValueAreNoTemplate() {
        Manifest manifest = Manifest.parse("alerts.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: alerts}
                data:
                  rules.yml: |
                    summary: "{{ $labels.instance }} is {{ $value }}"
                """);

        assertThat(manifest.notRendered()).isEmpty();
        assertThat(manifest.objects()).hasSize(1);
    }

    @Property(tries = 1000)
    void aDamagedManifestIsReadOrRefused(@ForAll @IntRange(max = 2000) int at, @ForAll char letter) {
        int place = at % SHOP.length();
        String text = SHOP.substring(0, place) + letter + SHOP.substring(place + 1);
        try {
            for (KubernetesObject object : Manifest.parse("shop.yaml", text).objects()) {
                ConfigMap.of(object).ifPresent(ConfigMap::files);
                Autoscaler.of(object);
                IngressObject.of(object).ifPresent(IngressObject::backends);
                ServiceObject.of(object).ifPresent(service -> service.targetPort(80, List.of()));
                Workload.of(object).ifPresent(workload -> workload.containers().forEach(container -> {
                    container.mounts();
                    container.preStop();
                    container.ports();
                    PodEnvironment.of(container, name -> Optional.empty());
                }));
            }
        } catch (ConfigSyntaxException e) {
            assertThat(e.origin().line()).isPositive();
        }
    }
}
