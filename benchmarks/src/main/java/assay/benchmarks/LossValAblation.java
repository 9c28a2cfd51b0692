package assay.benchmarks;

import assay.valuation.LossVal;
import assay.valuation.ValuationMethod;
import assay.valuation.detection.NoisySplit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which loss and which read-out of LossVal finds spoiled rows best, averaged over data sets: the transport distance to the
 * power 0, 1 or 2, the last or the averaged weight, dense or lazy Adam, one or five trainings; validation rows noisy and
 * clean.
 *
 * <pre>benchmarks/run LossValAblation ../shared/data all 2 0.05,0.2 benchmarks/results/lossval-ablation.csv</pre>
 */
public final class LossValAblation {

    private LossValAblation() {}

    /** @param args folder of data sets, their names or all, draws, rates, file for the results */
    public static void main(String[] args) {
        LossVal one = LossVal.DEFAULT.withRepeats(1);
        Map<String, ValuationMethod> variants = new LinkedHashMap<>();
        variants.put("reference", LossVal.REFERENCE);
        for (int power = 0; power <= 2; power++) {
            variants.put("power " + power, one.withPower(power).withReadOut(LossVal.ReadOut.LAST));
        }
        for (int power = 1; power <= 2; power++) {
            LossVal averaged = one.withPower(power).withReadOut(LossVal.ReadOut.AVERAGED);
            variants.put("power %d averaged".formatted(power), averaged);
            variants.put("power %d averaged x 5".formatted(power), averaged.withRepeats(5));
            variants.put(
                    "power %d x 5".formatted(power),
                    averaged.withReadOut(LossVal.ReadOut.LAST).withRepeats(5));
        }
        variants.put("power 1 lazy", one.withPower(1).withUpdate(LossVal.Update.LAZY));
        new DetectionStudy(
                        Path.of(args[0]),
                        DetectionStudy.named(args[1]),
                        Integer.parseInt(args[2]),
                        Arrays.stream(args[3].split(","))
                                .mapToDouble(Double::parseDouble)
                                .toArray(),
                        List.of(NoisySplit.Holdout.NOISY, NoisySplit.Holdout.CLEAN))
                .run(variants, Path.of(args[4]));
    }
}
