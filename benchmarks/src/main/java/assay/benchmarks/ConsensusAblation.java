package assay.benchmarks;

import assay.valuation.Consensus;
import assay.valuation.ValuationMethod;
import assay.valuation.detection.NoisySplit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each part of the consensus contributes: one witness left out at a time, one round or two instead of three, one repeat instead
 * of two. The method was designed on electricity, pol, spambase, kin8nm and cpu_activity, and 2dplanes was
 * looked at to settle how shares are estimated; fried and letter were run once before that, the other sets were not.
 *
 * <pre>benchmarks/run ConsensusAblation ../shared/data all 1 0.05,0.2 benchmarks/results/consensus-ablation.csv</pre>
 */
public final class ConsensusAblation {

    private ConsensusAblation() {}

    /** @param args folder of data sets, their names or all, draws, rates, file for the results */
    public static void main(String[] args) {
        Consensus one = Consensus.DEFAULT.withRepeats(1);
        Map<String, ValuationMethod> variants = new LinkedHashMap<>();
        variants.put("default", Consensus.DEFAULT);
        variants.put("one repeat", one);
        variants.put("one round", one.withRounds(1));
        variants.put("two rounds", one.withRounds(2));
        for (Consensus.Witness witness : Consensus.Witness.values()) {
            variants.put("without " + witness.name().toLowerCase(Locale.ROOT), one.withoutWitness(witness));
        }
        new DetectionStudy(
                        Path.of(args[0]),
                        DetectionStudy.named(args[1]),
                        Integer.parseInt(args[2]),
                        Arrays.stream(args[3].split(","))
                                .mapToDouble(Double::parseDouble)
                                .toArray(),
                        List.of(NoisySplit.Holdout.NOISY))
                .run(variants, Path.of(args[4]));
    }
}
