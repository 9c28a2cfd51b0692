package assay.benchmarks;

import assay.campaigns.cli.CommandLineApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The experiment of OpenDataVal and of LossVal's paper: which method finds spoiled rows? 1000 training, 100 validation and
 * 3000 test rows of each {@link PublishedSet}, 5, 10, 15 and 20 % of training and validation rows spoiled in their labels,
 * their features, or half of them in each; inputs and numeric targets standardised over the whole set. Inputs that never vary
 * stay, as 0, and get noise like the others: 22 of the 48 of pol do. Networks as in the paper, unless there is a {@code --model}: 5 linear layers of 100 units with ReLU for classes, 3 of 90 with tanh for numbers; 30 epochs, batch 32,
 * learning rate 0.01.
 *
 * <p>Everything is done by {@code assay evaluate --resume}, set by set: an interrupted run goes on where it was, and
 * more repeats or methods are added to what is there. {@link OpenDataValSummary} puts the published figures beside.
 *
 * <pre>benchmarks/run OpenDataVal ../shared/data 5 lossval-reference,lossval,consensus benchmarks/results/opendataval.csv
 * benchmarks/run OpenDataVal ../shared/data 5 data-oob benchmarks/results/opendataval-linear.csv \
 *   2dplanes,fried,electricity,pol 0.05,0.1,0.15,0.2 label --model linear</pre>
 */
public final class OpenDataVal {

    private static final List<String> NUMBERS = List.of("layers=3", "hidden=90", "activation=tanh");

    private OpenDataVal() {}

    /**
     * @param args folder of data sets, repeats, methods split by commas, file for the results; then, as wanted, names of
     *     sets split by commas or all, rates, noises, and options of {@code assay evaluate}
     */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        String sets = args.length > 4 ? args[4] : "all";
        List<String> options = Arrays.asList(args).subList(Math.min(7, args.length), args.length);
        for (PublishedSet set : DetectionStudy.named(sets)) {
            List<String> words = new ArrayList<>(List.of(
                    "evaluate",
                    "--data",
                    set.in(folder).toString(),
                    "--name",
                    set.name(),
                    "--target",
                    set.target(folder),
                    "--task",
                    set.task(),
                    "--noise",
                    args.length > 6 ? args[6] : "label,feature,mixed",
                    "--rate",
                    args.length > 5 ? args[5] : "0.05,0.1,0.15,0.2",
                    "--method",
                    args[2],
                    "--repeats",
                    args[1],
                    "--train-size",
                    "1000",
                    "--valid-size",
                    "100",
                    "--test-size",
                    "3000",
                    "--constants",
                    "kept",
                    "--out",
                    args[3],
                    "--resume"));
            if (!set.classes() && !options.contains("--model")) {
                NUMBERS.forEach(setting -> words.addAll(List.of("--set", setting)));
            }
            words.addAll(options);
            System.out.println(set.name());
            int code = CommandLineApplication.run(words.toArray(String[]::new), System.out, System.err);
            if (code != 0) {
                System.err.println(set.name() + " ended with exit code " + code);
            }
        }
    }
}
