/**
 * The HTTP server: the routes of the API as its OpenAPI document describes them, health, metrics and problem details. May import
 * {@code core}, {@code config} and its neighbours {@code auth}, {@code live}, {@code web} and {@code wire}; Vert.x stays in here and in them.
 */
@NullMarked
package wrenchline.dashboard.http;

import org.jspecify.annotations.NullMarked;
