/** Reads the files of data sets. May import the JDK alone. */
@NullMarked
package wrenchline.prediction.data;

import org.jspecify.annotations.NullMarked;
