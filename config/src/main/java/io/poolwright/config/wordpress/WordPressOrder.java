package io.poolwright.config.wordpress;

import io.poolwright.config.wordpress.PhpStatement.Place;
import io.poolwright.model.stack.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds constants that a {@code wp-config.php} defines after it has loaded WordPress. By then WordPress has used them or
 * given them their defaults. Constants that WordPress reads only later, such as {@code FS_METHOD}, are not meant.
 *
 * <p>Source: {@code wp-settings.php} and {@code wp-includes/default-constants.php} of WordPress.
 */
final class WordPressOrder {
    /** How the settings of the part begin that this makes. */
    static final String LATE = "late define ";

    private static final Pattern USED_AT_START = Pattern.compile("DB_(?:NAME|USER|PASSWORD|HOST|CHARSET|COLLATE)"
            + "|WP_(?:MEMORY_LIMIT|MAX_MEMORY_LIMIT|CONTENT_DIR|CONTENT_URL|PLUGIN_DIR|PLUGIN_URL|LANG_DIR|DEBUG|DEBUG_LOG"
            + "|DEBUG_DISPLAY|CACHE|POST_REVISIONS|CRON_LOCK_TIMEOUT|DEFAULT_THEME|ENVIRONMENT_TYPE|DEVELOPMENT_MODE"
            + "|USE_EXT_MYSQL|ALLOW_MULTISITE|TEMP_DIR|HOME|SITEURL|DISABLE_FATAL_ERROR_HANDLER|FEATURE_BETTER_PASSWORDS)"
            + "|WPMU_PLUGIN_(?:DIR|URL)|MULTISITE|SUBDOMAIN_INSTALL|SUNRISE|(?:DOMAIN|PATH)_CURRENT_SITE"
            + "|SITE_ID_CURRENT_SITE|BLOG_ID_CURRENT_SITE|DISABLE_WP_CRON|ALTERNATE_WP_CRON|SCRIPT_DEBUG|SAVEQUERIES"
            + "|SHORTINIT|AUTOSAVE_INTERVAL|EMPTY_TRASH_DAYS|MEDIA_TRASH|FORCE_SSL_ADMIN|FORCE_SSL_LOGIN|COOKIEHASH"
            + "|COOKIE_DOMAIN|COOKIEPATH|SITECOOKIEPATH|ADMIN_COOKIE_PATH|PLUGINS_COOKIE_PATH|TEST_COOKIE|USER_COOKIE"
            + "|PASS_COOKIE|AUTH_COOKIE|SECURE_AUTH_COOKIE|LOGGED_IN_COOKIE|RECOVERY_MODE_COOKIE"
            + "|(?:AUTH|SECURE_AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)|CUSTOM_USER_TABLE|CUSTOM_USER_META_TABLE|WPLANG");

    private WordPressOrder() {}

    static List<Setting<?>> late(PhpScript script) {
        List<Setting<?>> late = new ArrayList<>();
        Optional<PhpStatement.Include> load = Optional.empty();
        for (PhpStatement statement : script.statements()) {
            if (load.isEmpty()) {
                load = load(statement);
            } else if (statement instanceof PhpStatement.Define define
                    && define.place() != Place.FUNCTION
                    && USED_AT_START.matcher(define.constant()).matches()) {
                late.add(Setting.declared(
                        LATE + define.constant(), define.constant(), define.constant(), define.origin()));
            }
        }
        load.ifPresent(include -> late.add(
                Setting.declared("require wp-settings.php", "wp-settings.php", "wp-settings.php", include.origin())));
        return late;
    }

    /** The statement that always loads {@code wp-settings.php}. */
    private static Optional<PhpStatement.Include> load(PhpStatement statement) {
        if (statement instanceof PhpStatement.Include include && include.place() == Place.ALWAYS) {
            List<PhpValue.Part> parts = include.target().parts();
            boolean settings = parts.get(parts.size() - 1)
                    .known()
                    .filter(text -> text.endsWith("wp-settings.php"))
                    .isPresent();
            return settings ? Optional.of(include) : Optional.empty();
        }
        return Optional.empty();
    }
}
