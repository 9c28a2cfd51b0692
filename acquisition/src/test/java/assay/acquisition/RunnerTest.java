package assay.acquisition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunnerTest {

    /** The words come before, the work stays the same, alone and in rounds. */
    @Test
    void aTitleChangesTheWordsAlone() {
        List<String> bars = new ArrayList<>();
        Runner runner = new Runner() {
            @Override
            public <T> List<T> run(String what, int pieces, int steps, Work<T> work) {
                bars.add(what);
                return SEQUENTIAL.run(what, pieces, steps, work);
            }
        };
        Runner titled = runner.titled("Half: ").titled("again: ");
        assertEquals(List.of(0, 1, 4), titled.run("squares", 3, 1, (i, step) -> i * i));
        try (Runner.Rounds rounds = titled.rounds("cubes", 2)) {
            assertEquals(List.of(0, 1), rounds.run(2, (i, step) -> i * i * i));
        }
        assertEquals(List.of("Half: again: squares", "Half: again: cubes"), bars);
    }
}
