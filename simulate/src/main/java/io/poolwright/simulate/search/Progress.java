package io.poolwright.simulate.search;

/** Who wants to know how far a long computation is. */
@FunctionalInterface
public interface Progress {
    /** Nobody wants to know. */
    Progress SILENT = (done, planned) -> {};

    /**
     * One more run is done. Told one at a time, from any thread.
     *
     * @param done runs so far
     * @param planned runs that are known to be needed; may grow while the search goes on
     */
    void runs(int done, int planned);
}
