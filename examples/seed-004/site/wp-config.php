<?php
/** The shop's site. The password comes from a file that only the container sees. */

define( 'DB_NAME', 'shop' );
define( 'DB_USER', 'shop_app' );
define( 'DB_PASSWORD', trim( file_get_contents( '/run/secrets/db_app' ) ) );
define( 'DB_HOST', 'db' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );

$table_prefix = 'wp_';

define( 'WP_DEBUG', false );
define( 'DISABLE_WP_CRON', true );
define( 'WP_MEMORY_LIMIT', '128M' );

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}

require_once ABSPATH . 'wp-settings.php';
