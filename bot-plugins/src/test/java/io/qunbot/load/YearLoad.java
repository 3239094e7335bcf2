package io.qunbot.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * A year in many groups under virtual time, each slot compared with an independent calculation; what it costs.
 *
 * <pre>java -cp … io.qunbot.load.YearLoad [GROUPS]</pre>
 */
final class YearLoad {

    private YearLoad() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        int groups = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        Year.Result result = new Year(groups, 366).run();
        double seconds = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime() / 1e9;
        System.out.printf("%d groups, a year: %d slots, %d of them said; %d wrong; %.1f s of CPU in all%n",
                result.groups(), result.slots(), result.said(), result.wrong().size(), seconds);
        result.wrong().stream().limit(20).forEach(System.out::println);
        System.exit(result.wrong().isEmpty() ? 0 : 1);
    }
}
