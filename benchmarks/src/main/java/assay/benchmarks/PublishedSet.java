package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.campaigns.csv.CsvTables;
import java.nio.file.Path;
import java.util.List;

/**
 * A data set of the published experiments, or one of their kind, as a CSV file whose last column is the target.
 *
 * @param name as in the published tables
 * @param file in the folder of data sets
 * @param classes whether the target is a class
 * @param published whether there are published figures for it
 */
record PublishedSet(String name, String file, boolean classes, boolean published) {

    /** All sets, the published ones first. */
    static final List<PublishedSet> ALL = List.of(
            new PublishedSet("2dplanes", "2dplanes/2dplanes.csv.gz", true, true),
            new PublishedSet("fried", "fried/fried.csv.gz", true, true),
            new PublishedSet("electricity", "electricity/electricity.csv.gz", true, true),
            new PublishedSet("pol", "pol/pol.csv.gz", true, true),
            new PublishedSet("kin8nm", "kin8nm/kin8nm.csv", false, true),
            new PublishedSet("cpu_activity", "cpu_activity/cpu_activity.csv", false, true),
            new PublishedSet("white_wine", "white_wine/white_wine.csv", false, true),
            new PublishedSet("spambase", "spambase/spambase.csv", true, false),
            new PublishedSet("letter", "letter/letter.csv", true, false),
            new PublishedSet("california_housing", "california_housing/california_housing.csv", false, false));

    String task() {
        return classes ? "classification" : "regression";
    }

    Path in(Path folder) {
        return folder.resolve(file);
    }

    String target(Path folder) {
        List<String> names = CsvTables.columnNames(in(folder));
        return names.get(names.size() - 1);
    }

    /** All rows, inputs and numeric targets standardised over the whole set, as OpenDataVal does. */
    Dataset read(Path folder) {
        return NoisyDraw.ofFile(in(folder), target(folder), classes);
    }
}
