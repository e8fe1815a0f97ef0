package io.poolwright.drill.balancer;

import java.util.List;
import java.util.stream.Collectors;

/** Writes statistics the way HAProxy's {@code show stat} does, with the columns that we can fill. */
final class StatsCsv {
    private static final String HEAD =
            "# pxname,svname,qcur,scur,slim,stot,econ,wretr,status,hrsp_5xx,req_tot,qtime,rtime,type";

    private StatsCsv() {}

    /**
     * One line.
     *
     * @param proxy {@code edge} or {@code shop}
     * @param name server name, FRONTEND or BACKEND
     * @param cells the other columns in order, empty where HAProxy leaves them empty
     */
    record Row(String proxy, String name, List<Object> cells) {
        String text() {
            return cells.stream().map(String::valueOf).collect(Collectors.joining(",", proxy + "," + name + ",", ","));
        }
    }

    static String of(List<Row> rows) {
        return rows.stream().map(Row::text).collect(Collectors.joining("\n", HEAD + ",\n", "\n"));
    }
}
