<?php
/**
 * Stands for the core file of the same name: the order in which WordPress loads itself.
 * It was edited on the server and came back into the repository that way.
 */

define( 'WPINC', 'wp-includes' );

require ABSPATH . WPINC . '/version.php';
require ABSPATH . WPINC . '/load.php';
require ABSPATH . WPINC . '/plugin.php';

wp_check_php_mysql_versions();

require ABSPATH . WPINC . '/functions.php';
require ABSPATH . WPINC . '/class-wp.php';
require ABSPATH . WPINC . '/class-wp-locale.phpp';
require ABSPATH . WPINC . '/class-wp-locale-switcher.php';
