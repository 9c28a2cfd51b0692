package assay.crash.format;

import assay.crash.CrashTest;
import assay.crash.Problem;
import java.util.List;

/**
 * What a place held.
 *
 * @param tests those that could be read, each with the problems of its own files
 * @param problems why other files gave no test
 */
public record CrashRecords(List<CrashTest> tests, List<Problem> problems) {

    public CrashRecords {
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }
}
