package io.poolwright.config.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.odiszapc.nginxparser.NgxBlock;
import com.github.odiszapc.nginxparser.NgxConfig;
import com.github.odiszapc.nginxparser.NgxEntry;
import com.github.odiszapc.nginxparser.NgxParam;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another reader of nginx files sees the same tree. It keeps quotes and knows no lines, so names and nesting are compared. */
class SecondOpinionTest {
    @ParameterizedTest
    @ValueSource(strings = {"proxy.conf", "wordpress.conf", "tls.conf"})
    void anotherReaderSeesTheSameTree(String name) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/nginx", name));

        NgxConfig other = NgxConfig.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(ours(NginxFile.parse(name, text).directives())).isEqualTo(theirs(other));
    }

    private static List<Object> ours(List<NginxDirective> directives) {
        List<Object> tree = new ArrayList<>();
        for (NginxDirective directive : directives) {
            tree.add(directive.name());
            if (directive.block()) {
                tree.add(ours(directive.children()));
            } else {
                tree.add(directive.arguments().size());
            }
        }
        return tree;
    }

    private static List<Object> theirs(NgxBlock block) {
        List<Object> tree = new ArrayList<>();
        for (NgxEntry entry : block) {
            if (entry instanceof NgxBlock inner) {
                tree.add(inner.getName());
                tree.add(theirs(inner));
            } else if (entry instanceof NgxParam parameter) {
                tree.add(parameter.getName().replace("''", ""));
                tree.add(parameter.getValues().size());
            }
        }
        return tree;
    }
}
