/**
 * The application: the only {@code main}, clock, disk and owner of threads. Start at {@link assay.campaigns.Main}.
 *
 * <p>{@code csv} reads and writes files and finds what is wrong with them; {@code cli} has one class per command. Both
 * call the library modules, which know nothing of them.
 */
package assay.campaigns;
