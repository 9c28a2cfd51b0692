package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AmeTest {

    /** A design of two levels a row, from the same numbers in every run. */
    private static SubsetDesign design(int rows, int columns, RandomGenerator random) {
        BitSet[] members = new BitSet[columns];
        for (int j = 0; j < columns; j++) {
            members[j] = new BitSet(rows);
            for (int row = 0; row < rows; row++) {
                members[j].set(row, random.nextBoolean());
            }
        }
        return new SubsetDesign(
                members,
                random.doubles(rows, 1, 3).toArray(),
                random.doubles(rows, -3, -1).toArray());
    }

    private static double[] column(SubsetDesign design, int j) {
        double[] column = design.outside();
        double[] difference = design.difference();
        for (int row = 0; row < column.length; row++) {
            column[row] += BitSet.valueOf(design.members(j)).get(row) ? difference[row] : 0;
        }
        return column;
    }

    /** At the minimum every slope is the penalty where the coefficient is not 0, and no more where it is (Karush, Kuhn, Tucker). */
    @Test
    void lassoMeetsTheConditionsOfItsMinimum() {
        RandomGenerator random = new Seed(3).generator();
        SubsetDesign design = design(80, 12, random);
        double[] y = random.doubles(80).toArray();
        double[] weights = random.doubles(80).toArray();
        for (int j = 0; j < 3; j++) {
            double[] column = column(design, j);
            for (int row = 0; row < 80; row++) {
                y[row] += (j - 1.5) * column[row] / 4;
            }
        }
        double penalty = 0.05;
        double[] b = new Lasso(design, y, weights).coefficients(penalty);

        double total = Arrays.stream(weights).sum();
        double[] residuals = y.clone();
        for (int j = 0; j < 12; j++) {
            double[] column = column(design, j);
            for (int row = 0; row < 80; row++) {
                residuals[row] -= b[j] * column[row];
            }
        }
        double mean = IntStream.range(0, 80)
                        .mapToDouble(r -> weights[r] * residuals[r])
                        .sum()
                / total;
        int zeros = 0;
        for (int j = 0; j < 12; j++) {
            double[] column = column(design, j);
            double slope = IntStream.range(0, 80)
                            .mapToDouble(r -> weights[r] * column[r] * (residuals[r] - mean))
                            .sum()
                    / total;
            if (b[j] == 0) {
                zeros++;
                assertTrue(Math.abs(slope) <= penalty + 1e-9);
            } else {
                assertEquals(Math.signum(b[j]) * penalty, slope, 1e-3);
            }
        }
        assertTrue(zeros > 0 && zeros < 12, zeros + " zeros");
    }

    /** Residuals of rows that were left out, written out: neither half nor twice the chosen penalty predicts those better by a percent. */
    @Test
    void thePenaltyIsTheOneThatPredictsRowsLeftOut() {
        RandomGenerator random = new Seed(5).generator();
        SubsetDesign design = design(100, 15, random);
        double[] y = random.doubles(100, 9, 11).toArray();
        double[] weights = random.doubles(100, 0.5, 1.5).toArray();
        for (int j = 0; j < 4; j++) {
            double[] column = column(design, j);
            for (int row = 0; row < 100; row++) {
                y[row] += (j - 1.5) * column[row] / 10;
            }
        }
        Lasso lasso = new Lasso(design, y, weights);
        double penalty = lasso.crossValidatedPenalty(Runner.SEQUENTIAL);
        double chosen = errorOnRowsLeftOut(lasso, design, y, weights, penalty);
        assertTrue(chosen <= 1.01 * errorOnRowsLeftOut(lasso, design, y, weights, penalty / 2), "half");
        assertTrue(chosen <= 1.01 * errorOnRowsLeftOut(lasso, design, y, weights, penalty * 2), "twice");
        assertTrue(chosen < 0.8 * errorOnRowsLeftOut(lasso, design, y, weights, 100), "no column");
    }

    private static double errorOnRowsLeftOut(
            Lasso lasso, SubsetDesign design, double[] y, double[] weights, double penalty) {
        double error = 0;
        for (int fold = 0; fold < 5; fold++) {
            double[] kept = weights.clone();
            Arrays.fill(kept, 20 * fold, 20 * fold + 20, 0);
            double[] b = lasso.coefficients(penalty, kept);
            double[] residuals = y.clone();
            for (int j = 0; j < b.length; j++) {
                double[] column = column(design, j);
                for (int row = 0; row < residuals.length; row++) {
                    residuals[row] -= b[j] * column[row];
                }
            }
            double intercept = 0;
            for (int row = 0; row < residuals.length; row++) {
                intercept += kept[row] * residuals[row] / Arrays.stream(kept).sum();
            }
            for (int row = 20 * fold; row < 20 * fold + 20; row++) {
                error += weights[row] * Math.pow(residuals[row] - intercept, 2);
            }
        }
        return error;
    }

    /** Columns 1, -1 that are orthogonal to each other and to the constant: least squares, shrunk by the penalty. */
    @Test
    void lassoOfOrthogonalColumnsIsASoftThreshold() {
        int[] first = {0, 1, 2, 3};
        BitSet[] members = {
            BitSet.valueOf(new long[] {0b00001111}),
            BitSet.valueOf(new long[] {0b00110011}),
            BitSet.valueOf(new long[] {0b01010101})
        };
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
        double[] y = new double[8];
        for (int row = 0; row < 8; row++) {
            y[row] = 5
                    + (row < first.length ? 2 : -2)
                    - (members[1].get(row) ? 0.3 : -0.3)
                    + (members[2].get(row) ? .1 : -.1);
        }
        Lasso lasso = new Lasso(
                new SubsetDesign(members, ones, Arrays.stream(ones).map(x -> -x).toArray()), y, ones);
        assertArrayEquals(new double[] {1.8, -.1, 0}, lasso.coefficients(0.2), 1e-9);
        assertArrayEquals(new double[] {2, -.3, .1}, lasso.coefficients(1e-12), 1e-6);
    }

    /**
     * Lasso without noise and with many sets finds the effects of the definition: of an additive game its numbers, by either
     * scaling; in row scaling each p weighs by the root of p(1-p), whose mean is .4449.
     */
    @Test
    void lassoFindsTheEffectsOfAnAdditiveGame() {
        double[] worths = {1, -2, 3, 0, 0, 0, .5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Ame ame = Ame.DEFAULT.withEffort(Effort.ofModels(4000));
        Valuation paper = SemivaluesTest.values(
                        Games.noisy(Games.additive(worths), 0, .3, new Seed(7)), 20, new Seed(1), ame)
                .get(0);
        Valuation rows = SemivaluesTest.values(
                        Games.noisy(Games.additive(worths), 0, .3, new Seed(7)),
                        20,
                        new Seed(1),
                        ame.withScaling(Ame.Scaling.ROW))
                .get(0);
        double root = (Math.sqrt(.16) + Math.sqrt(.24)) / 2;
        double mean = Arrays.stream(rows.values()).average().orElseThrow();
        for (int i = 0; i < 20; i++) {
            assertEquals(worths[i], paper.value(i), 0.3);
            // Rows of z-scores sum to 0, so that values are known but for a number that is common to all.
            assertEquals(root * (worths[i] - 0.125), rows.value(i) - mean, 0.1);
        }
        assertTrue(paper.provenance().matches(".*; \\d+ of 20 values are exactly 0"), paper.provenance());
        int zeros = (int) Arrays.stream(paper.values()).filter(v -> v == 0).count();
        assertTrue(paper.provenance().contains(zeros + " of 20"));
    }

    /** The regression with no penalty to speak of is the mean of utility times design, for many sets of a random game. */
    @Test
    void lassoAgreesWithTheMeanInExpectation() {
        Utility game = Games.random(new Seed(8));
        Effort effort = Effort.ofModels(4000);
        List<Valuation> both = SemivaluesTest.values(
                game,
                7,
                new Seed(2),
                Ame.DEFAULT.withEffort(effort),
                Ame.DEFAULT.withFit(Ame.Fit.MEAN).withEffort(effort));
        double[] exact = Games.enumerate(game, Coalitions.bernoulli(7, .2, .4, .6, .8));
        for (int i = 0; i < 7; i++) {
            assertEquals(exact[i], both.get(1).value(i), 4.5 * both.get(1).standardError(i));
            assertEquals(exact[i], both.get(0).value(i), 0.03);
        }
    }

    @Test
    void jackknifeErrorsAreOfTheRightSize() {
        double[] worths = {1, -2, 3, 2, -1, .7, -.5, 1.5};
        Ame ame = Ame.DEFAULT.withEffort(Effort.ofModels(400));
        double squares = 0;
        int runs = 25;
        for (int run = 0; run < runs; run++) {
            Valuation valuation = SemivaluesTest.values(
                            Games.noisy(Games.additive(worths), 0, 3, new Seed(run)), 8, new Seed(100 + run), ame)
                    .get(0);
            for (int i = 0; i < 8; i++) {
                double z = (valuation.value(i) - worths[i]) / valuation.standardError(i);
                squares += z * z / runs / 8;
            }
        }
        assertTrue(squares > 0.6 && squares < 2, "mean square of z is " + squares);
    }
}
