import io.qunbot.simulation.standin.AibotFrame;
import io.qunbot.simulation.standin.AibotStandIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/** The stand-in by itself, told what to do line by line; says where it listens, then answers each line with one. */
final class StandIn {

    private StandIn() {}

    public static void main(String[] arguments) throws IOException {
        try (AibotStandIn wecom = AibotStandIn.start(0, arguments[0], arguments[1], InstantSource.system())) {
            System.out.println(wecom.address());
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                System.out.println(obey(wecom, List.of(line.split(" "))));
            }
        }
    }

    private static String obey(AibotStandIn wecom, List<String> order) {
        switch (order.getFirst()) {
            case "says" -> {
                return wecom.says(order.get(1), order.get(2), order.get(3));
            }
            case "happens" -> {
                return wecom.happens(order.get(1), order.get(2));
            }
            case "cut" -> wecom.cut();
            case "replace" -> wecom.replace();
            case "quiet" -> wecom.keepQuiet(Integer.parseInt(order.get(1)));
            case "refuse" -> wecom.refuse(Integer.parseInt(order.get(1)));
            default -> {
                return show(wecom.received().getLast());
            }
        }
        return "ok";
    }

    private static String show(AibotFrame frame) {
        return frame.command() + " " + frame.request() + " " + frame.code() + " " + frame.body();
    }
}
