package io.poolwright.config.mysql;

/** Whose server it is: they share the file format, and differ in groups, limits and defaults. */
public enum MySqlFlavour {
    MYSQL,
    MARIADB,
    /** A file says too little to tell. */
    UNKNOWN
}
