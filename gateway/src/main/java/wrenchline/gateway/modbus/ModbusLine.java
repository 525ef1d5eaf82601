package wrenchline.gateway.modbus;

import com.digitalpetri.modbus.TimeoutScheduler.TimeoutHandle;
import com.digitalpetri.modbus.client.ModbusClientConfig;
import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.exceptions.ModbusExecutionException;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.exceptions.ModbusTimeoutException;
import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wrenchline.config.Register;

/** The connection to one controller, made when it is needed and kept from poll to poll. Used by one thread. */
final class ModbusLine {

    /** The transport keeps the time, without a timer. */
    private static final TimeoutHandle NO_TIMER = new TimeoutHandle() {
        @Override
        public void cancel() {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    private final Polled machine;
    private final List<Block> blocks;
    private final ModbusTcpClient client;

    ModbusLine(Polled machine, Duration patience) {
        this.machine = machine;
        this.blocks = Block.of(machine.map().registers());
        this.client = new ModbusTcpClient(
                ModbusClientConfig.create(config -> config.setTimeoutScheduler((task, delay, unit) -> NO_TIMER)),
                new SocketTransport(machine.address().host(), machine.address().port(), patience));
    }

    /** Reads all registers, one block after the other. */
    Answer poll() {
        try {
            if (!client.isConnected()) {
                client.connect();
            }
            Map<String, Double> values = new TreeMap<>();
            SortedSet<String> senseless = new TreeSet<>();
            for (Block block : blocks) {
                byte[] answer = read(block);
                if (answer.length != block.bytes()) {
                    return new Answer.None(
                            "%s answered %d bytes instead of %d".formatted(told(block), answer.length, block.bytes()));
                }
                take(block, answer, values, senseless);
            }
            return values.isEmpty()
                    ? new Answer.None("it has no number for " + String.join(", ", senseless))
                    : new Answer.Values(values, senseless);
        } catch (ModbusResponseException refused) {
            return new Answer.None(String.valueOf(refused.getMessage()));
        } catch (ModbusExecutionException | ModbusTimeoutException failed) {
            disconnect();
            return new Answer.None(String.valueOf(failed.getCause()));
        } catch (RuntimeException bug) {
            // Thrown on, it would end the polling of this machine for good.
            disconnect();
            return new Answer.None("reading it failed with " + bug);
        }
    }

    private void take(Block block, byte[] answer, Map<String, Double> values, SortedSet<String> senseless) {
        for (Register register : machine.map().registers()) {
            if (block.holds(register) && !values.containsKey(register.metric())) {
                double value = Words.value(register, block, answer);
                if (Double.isFinite(value)) {
                    values.put(register.metric(), value);
                } else {
                    senseless.add(register.metric());
                }
            }
        }
    }

    private byte[] read(Block block) throws ModbusExecutionException, ModbusResponseException, ModbusTimeoutException {
        int unit = machine.address().unit();
        int from = block.address();
        int count = block.count();
        return switch (block.table()) {
            case COIL ->
                client.readCoils(unit, new ReadCoilsRequest(from, count)).coils();
            case DISCRETE ->
                client.readDiscreteInputs(unit, new ReadDiscreteInputsRequest(from, count))
                        .inputs();
            case HOLDING ->
                client.readHoldingRegisters(unit, new ReadHoldingRegistersRequest(from, count))
                        .registers();
            case INPUT ->
                client.readInputRegisters(unit, new ReadInputRegistersRequest(from, count))
                        .registers();
        };
    }

    private static String told(Block block) {
        return "%s %d to %d".formatted(block.table(), block.address(), block.address() + block.count() - 1);
    }

    void disconnect() {
        client.getTransport().disconnect();
    }
}
