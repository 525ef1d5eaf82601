package wrenchline.bench.compare;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The CPU of processes and all their children, in steps of 10 ms. */
record ProcessCpu(List<ProcessHandle> processes) {

    static ProcessCpu of(Process... processes) {
        return new ProcessCpu(Stream.of(processes).map(Process::toHandle).toList());
    }

    /** What those that are alive have taken. */
    Duration taken() {
        return processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
