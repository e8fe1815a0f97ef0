package io.poolwright.config.wordpress;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes secrets out of constants as they are read: passwords, and the keys and salts of WordPress. */
final class WordPressSecrets {
    private static final Pattern SECRET =
            Pattern.compile("password|passwd|passphrase|secret|token|salt|credential|_key$|_pass$|_pwd$");
    private static final String REDACTED = "(redacted)";

    private WordPressSecrets() {}

    static PhpValue redacted(String constant, PhpValue value) {
        if (!SECRET.matcher(constant.toLowerCase(Locale.ROOT)).find()) {
            return value;
        }
        List<PhpValue.Part> parts =
                value.parts().stream().map(WordPressSecrets::redacted).toList();
        return new PhpValue(parts);
    }

    private static PhpValue.Part redacted(PhpValue.Part part) {
        if (part instanceof PhpValue.Text) {
            return new PhpValue.Text(REDACTED);
        }
        if (part instanceof PhpValue.Environment environment) {
            return new PhpValue.Environment(
                    environment.name(), environment.otherwise().map(secret -> REDACTED));
        }
        return part;
    }
}
