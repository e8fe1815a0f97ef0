package io.poolwright.config.spring;

import io.poolwright.config.Secrets;
import io.poolwright.config.properties.PropertiesText;
import io.poolwright.config.properties.PropertyLine;
import io.poolwright.model.DeclaredSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an {@code application.properties} declares, each setting with its line. A key that is written twice counts where it
 * is written last, as it does in Spring. Secrets are redacted as the file is read.
 */
public final class SpringProperties {
    private SpringProperties() {}

    /**
     * The settings of a file in UTF-8.
     *
     * @param owner whose file it is: the instance
     */
    public static List<DeclaredSetting> read(String owner, Path file) throws IOException {
        return parse(owner, file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    /**
     * The settings of a text.
     *
     * @param file its name for people
     */
    public static List<DeclaredSetting> parse(String owner, String file, String text) {
        Map<String, DeclaredSetting> settings = new LinkedHashMap<>();
        for (PropertyLine property : PropertiesText.parse(file, text)) {
            String name = RelaxedName.canonical(property.key());
            String value = Secrets.redacted(name, property.value());
            settings.remove(name); // so that the order is that of the lines that count
            settings.put(name, new DeclaredSetting(owner, name, value, property.origin()));
        }
        return List.copyOf(settings.values());
    }
}
