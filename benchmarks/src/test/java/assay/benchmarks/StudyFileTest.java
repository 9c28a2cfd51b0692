package assay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.trial.Metric;
import assay.acquisition.trial.Replay;
import assay.acquisition.trial.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of the study survive a process that is killed while it writes. */
class StudyFileTest {

    @TempDir
    private Path folder;

    private static AcquisitionStudy.Result result(double end) {
        List<Simulation.Stage> stages = new ArrayList<>();
        for (int round = 0; round <= AcquisitionStudy.ROUNDS; round++) {
            stages.add(new Simulation.Stage(
                    round, 50 + AcquisitionStudy.BATCH * round, Map.of(Metric.RMSE, end + 10 - round)));
        }
        return new AcquisitionStudy.Result(Map.of("forest", stages, "network", stages), Metric.RMSE, 0.5);
    }

    @Test
    void aTornLineIsCutOffAndTheRestIsKept() throws IOException {
        Path path = folder.resolve("study.csv");
        StudyFile first = StudyFile.open(path);
        first.append("concrete", 1, "random", result(3));
        String half =
                "concrete,1,alc,forest,rmse,50,0.5,13 12 11 10 9 8 7 6 5 4 3\nconcrete,1,alc,network,rmse,50,0.5,13 12 1";
        Files.writeString(path, half, StandardOpenOption.APPEND);

        StudyFile again = StudyFile.open(path);
        assertTrue(again.has("concrete", 1, "random"));
        assertFalse(again.has("concrete", 1, "alc"));
        again.append("concrete", 1, "alc", result(2));

        List<Replay> replays = StudyFile.replays(path, "forest");
        assertEquals(List.of("random", "alc"), replays.stream().map(Replay::arm).toList());
        assertEquals(3, replays.get(0).curve().last(), 0);
        assertEquals(150, replays.get(1).curve().labelled(AcquisitionStudy.ROUNDS));
        assertEquals(2, StudyFile.replays(path, "network").size());
    }
}
