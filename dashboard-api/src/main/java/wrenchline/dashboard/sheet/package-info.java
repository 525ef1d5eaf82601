/**
 * The registers as CSV and XLSX, out and in. May import {@code core}; FastCSV and fastexcel stay in here.
 */
@NullMarked
package wrenchline.dashboard.sheet;

import org.jspecify.annotations.NullMarked;
