package assay.campaigns.cli;

import assay.kernels.Kernels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Assay runs on: the first thing to look at when it is slow. */
final class SystemReport {

    private static final long MEGABYTE = 1 << 20;

    private SystemReport() {}

    /** Name and value, in the order to print them. */
    static Map<String, Object> measure(int threads) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("assay", new VersionProvider().getVersion()[0]);
        report.put("java", System.getProperty("java.runtime.version"));
        report.put("java_home", System.getProperty("java.home"));
        report.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        report.put("cores", Runtime.getRuntime().availableProcessors());
        report.put("threads", threads);
        report.put("heap_mb", Runtime.getRuntime().maxMemory() / MEGABYTE);
        report.put("kernels", Kernels.describe());
        return report;
    }

    static List<String> text(Map<String, Object> report) {
        return report.entrySet().stream()
                .map(entry -> "%-10s %s".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }
}
