package assay.reports;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The door: turns results into pages. */
public final class Reports {

    private Reports() {}

    /**
     * One HTML page that needs nothing beside it: style, script, data and chart library are inside, and its content
     * security policy forbids requests. The same report gives the same characters. Write it as UTF-8.
     *
     * <p>Of more than {@value Picture#MOST_POINTS} past tests, or candidates, the chart draws a repeatable sample and
     * says so; tables and counts are of all.
     */
    public static String html(RankingReport report) {
        return rendered("page.jte", Page.of(report));
    }

    /** Likewise; its drawings need no script. */
    public static String html(SimulationReport report) {
        return rendered("simulation.jte", SimulationPage.of(report));
    }

    private static String rendered(String template, Object content) {
        StringOutput page = new StringOutput(1 << 20);
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, Reports.class.getPackageName())
                .render(template, content, page);
        return page.toString();
    }
}
