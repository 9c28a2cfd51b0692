package assay.crash.format;

import assay.crash.Channel;
import assay.crash.CrashTest;
import java.util.function.Predicate;

/** The files of one test in one format, found but not read. */
interface TestFiles {

    /** The file that names the test, for messages. */
    String header();

    /**
     * Reads header and samples; what is wrong with parts of it is among the problems of the test.
     *
     * @param wanted whose samples are read
     * @throws DamagedFileException if there is no test to be had
     */
    CrashTest read(NhtsaWords words, Predicate<Channel> wanted);
}
