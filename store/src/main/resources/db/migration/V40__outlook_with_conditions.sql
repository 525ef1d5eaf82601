-- What is shown has one part more; it is written anew with the next readings.
delete from detector_outlook;
