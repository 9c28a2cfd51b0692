package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.campaigns.cli.Desk.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of the methods that need no retraining of the target model, from the words typed to what was done. */
class MethodSettingsTest {

    private static final String NETWORK = " --set layers=3 --set hidden=8 --set epochs=3 ";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void files() {
        desk = new Desk(folder);
        desk.write("numbers.csv", Desk.history());
        desk.write("classes.csv", Desk.classes());
    }

    private Outcome value(String file, String method, String settings) {
        return desk.run("value --train @" + file + ".csv --target y --method " + method + settings + " --out @out.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "knn-shapley | | k 10, hard vote, space of the features",
                "knn-shapley | --set k=1,7 --set vote=soft --set space=embedding | k 1 and 7, soft vote, space of the embedding",
                "lava | | lambda 1.0, 10 resampled holdouts, space of the features",
                "lava | --set lambda=.5 --set repeats=3 --set space=embedding | lambda 0.5, 3 resampled holdouts",
                "dvrl | --set iterations=4 | dvrl, repaired, 4 iterations, 128 experiments each, rate 0.001, 2 repeats",
                "dvrl-reference | --set iterations=4 --set sample=8 --set selector-rate=.1 | 4 iterations, 8 experiments each, rate 0.1, 1 repeats",
                "nddv | | nddv, adjoint read-out, 2 steps, 3 epochs, batch 32, rate 0.01, 5 repeats",
                "iv | | iv, penalty 1.0, space of the features",
                "iv | --set penalty=.5 --set space=embedding | iv, penalty 0.5, space of the embedding"
            })
    void everyMethodValuesNumbersAndClassesAndSaysHow(String method, String settings, String provenance) {
        String set = NETWORK + (settings == null ? "" : settings);
        for (String file : new String[] {"numbers", "classes"}) {
            Outcome outcome = value(file, method, set);
            assertEquals(0, outcome.code(), outcome.err());
            assertTrue(outcome.out().contains(provenance), outcome.out());
            assertEquals(41, desk.rows("out.csv").size());
            // Five holdouts in turn, so that a standard error is known for every test.
            assertTrue(desk.rows("out.csv").stream().noneMatch(row -> row.get(2).isEmpty()), desk.text("out.csv"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "knn-shapley | --set k=0 | k (0) must be at least 1",
                "knn-shapley | --set k=1,,2 | --set k: found \"\", expected a whole number",
                "knn-shapley | --set vote=weak | expected one of hard, soft",
                "knn-shapley | --set vot=soft | knn-shapley with compact has no such setting. Maybe \"vote\"?",
                "knn-shapley | --set space=embedding --model linear | Maybe --model compact?",
                "lava | --set lambda=-1 | lambda (-1.0) must be 0 or a positive number",
                "lava | --set repeats=1 | repeats (1) must be 0 or at least 2",
                "lava | --set lamda=1 | Maybe \"lambda\"?",
                "dvrl | --set iterations=0 | iterations (0) must be at least 1",
                "dvrl | --set selectorrate=1 | Maybe \"selector-rate\"?",
                "nddv | --set steps=0 | steps (0) must be at least 1",
                "iv | --set penalty=0 | penalty (0.0) must be a positive number"
            })
    void complaints(String method, String settings, String complaint) {
        Outcome outcome = value("numbers", method, " " + settings);
        assertEquals(2, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains(complaint), outcome.err());
    }

    @Test
    void publishedReadOutOfNddvValuesClassesOnly() {
        assertEquals(0, value("classes", "nddv-reference", NETWORK).code());
        Outcome numbers = value("numbers", "nddv-reference", NETWORK);
        assertEquals(2, numbers.code());
        assertTrue(numbers.err().contains("nddv-reference values classes only"), numbers.err());
    }

    @Test
    void classWiseShapleyValuesClassesOnly() {
        String set = " --model linear --set models=60 --set others=all --set sampling=owen";
        Outcome classes = value("classes", "cs-shapley", set);
        assertEquals(0, classes.code(), classes.err());
        assertTrue(classes.out().contains("cs-shapley, all of the other classes, owen, at most 60"), classes.out());
        Outcome numbers = value("numbers", "cs-shapley", set);
        assertEquals(2, numbers.code());
        assertTrue(numbers.err().contains("cs-shapley values classes only"), numbers.err());
        Outcome none = value("classes", "cs-shapley", " --set others=some");
        assertEquals(2, none.code());
        assertTrue(none.err().contains("expected one of sampled, all"), none.err());
    }

    @Test
    void threadsDoNotMatter() {
        for (String method : new String[] {
            "knn-shapley --set space=embedding", "lava", "dvrl --set iterations=4", "nddv", "iv --set space=embedding"
        }) {
            String line = "value --train @numbers.csv --target y --method " + method + NETWORK + " --out @out.csv";
            assertEquals(0, desk.run("--threads 1 " + line).code());
            String one = desk.text("out.csv");
            assertEquals(0, desk.run("--threads 3 " + line).code());
            assertEquals(one, desk.text("out.csv"));
            assertEquals(0, desk.run("--seed 9 " + line).code());
            assertNotEquals(one, desk.text("out.csv"));
        }
    }
}
