package assay.acquisition.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import assay.acquisition.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointCloudTest {

    private static final Seed SEED = new Seed(3);

    /** Without spread each test lies on the half circle of its class. */
    @Test
    void moonsAreHalfCircles() {
        Table tests = SyntheticProblems.named("moons")
                .generate(400, GenerationOptions.DEFAULT.withNoise(0), SEED)
                .table();
        for (int row = 0; row < 400; row++) {
            boolean upper = tests.text(row, 2).equals("upper");
            double x = tests.number(row, 0) - (upper ? 0 : 1);
            double y = upper ? tests.number(row, 1) : 0.5 - tests.number(row, 1);
            assertEquals(1, x * x + y * y, 1e-12);
            assertTrue(y >= 0);
        }
    }

    @Test
    void classesAreBalanced() {
        Table tests = SyntheticProblems.gaussians(3)
                .generate(302, GenerationOptions.DEFAULT, SEED)
                .table();
        List<String> labels =
                IntStream.range(0, 302).mapToObj(row -> tests.text(row, 2)).toList();
        for (String label : List.of("A", "B", "C")) {
            long count = labels.stream().filter(label::equals).count();
            assertTrue(count == 100 || count == 101, () -> label + " " + count);
        }
    }

    /** The rule x1 > 0 is right with probability Phi(2) = 0.97725; five standard errors. */
    @Test
    void twoGaussiansOverlapAsComputed() {
        int n = 200_000;
        Table tests = SyntheticProblems.named("gaussians")
                .generate(n, GenerationOptions.DEFAULT, SEED)
                .table();
        long right = IntStream.range(0, n)
                .filter(row -> tests.number(row, 0) > 0 == tests.text(row, 2).equals("A"))
                .count();
        assertEquals(0.97725, right / (double) n, 5 * Math.sqrt(0.97725 * 0.02275 / n));
    }

    /** A flipped label of three classes is any of the two others. */
    @Test
    void flipsToEveryOtherClass() {
        GeneratedTests tests =
                SyntheticProblems.gaussians(3).generate(300, GenerationOptions.DEFAULT.withFlipped(1), SEED);
        for (int row = 0; row < 300; row++) {
            assertTrue(!tests.table().text(row, 2).equals(tests.truth().text(row, 1)));
        }
        assertEquals(
                6,
                IntStream.range(0, 300)
                        .mapToObj(row ->
                                tests.truth().text(row, 1) + tests.table().text(row, 2))
                        .distinct()
                        .count());
    }
}
