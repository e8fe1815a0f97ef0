package io.poolwright.config.wordpress;

import io.poolwright.model.Origin;

/** One statement of a PHP file that configures something. */
public sealed interface PhpStatement {
    /** The line of its first word. */
    Origin origin();

    /** Where in the program it stands. */
    Place place();

    /** {@code define('NAME', value)} or {@code const NAME = value}. */
    record Define(String constant, PhpValue value, Place place, Origin origin) implements PhpStatement {}

    /** {@code ini_set('name', value)}; {@code set_time_limit(n)} counts as {@code max_execution_time}. */
    record IniSet(String setting, PhpValue value, Place place, Origin origin) implements PhpStatement {}

    /** {@code require}, {@code include} and their {@code _once}; the keyword in small letters. */
    record Include(String keyword, PhpValue target, Place place, Origin origin) implements PhpStatement {
        /** PHP ends where the file is missing. */
        public boolean required() {
            return keyword.startsWith("require");
        }
    }

    /** Where a statement stands. */
    enum Place {
        /** It runs whenever the file does. */
        ALWAYS,
        /** It depends on a condition. */
        CONDITIONAL,
        /** It stands in a function or class and runs when that is called. */
        FUNCTION
    }
}
