/**
 * Results in, figures out: values of {@code assay.acquisition} become one self-contained HTML page that opens from a
 * disk, without a network, and can be mailed and archived. Runs nothing, stores nothing, knows no clock. Start at
 * {@link assay.reports.Reports}; what a page is made of is a {@link assay.reports.RankingReport}.
 *
 * <p>The templates in {@code src/main/jte} become package-private neighbours of the values that they show. Numbers and
 * sentences are decided here, in Java; the script of the page only sorts, copies and draws.
 */
package assay.reports;
